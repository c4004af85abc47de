const aiSDK = require('@hermes4/ai-sdk');
const browser = require('@hermes4/browser/react');
const core = require('@hermes4/core');
const node = require('@hermes4/node');
const server = require('@hermes4/server');
const serverNode = require('@hermes4/server/node');
const ai = require('ai');
const { useEverywhere, useNode } = require('./use.mjs');

async function main() {
  const answers = {
    ...(await useEverywhere({ core, browser, server, aiSDK, ai })),
    ...(await useNode({ node, server, serverNode })),
  };
  console.log(JSON.stringify(answers));
}

main();
