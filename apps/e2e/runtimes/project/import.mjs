import * as aiSDK from '@hermes4/ai-sdk';
import * as browser from '@hermes4/browser/react';
import * as core from '@hermes4/core';
import * as node from '@hermes4/node';
import * as server from '@hermes4/server';
import * as serverNode from '@hermes4/server/node';
import * as ai from 'ai';
import { useEverywhere, useNode } from './use.mjs';

const answers = {
  ...(await useEverywhere({ core, browser, server, aiSDK, ai })),
  ...(await useNode({ node, server, serverNode })),
};
console.log(JSON.stringify(answers));
