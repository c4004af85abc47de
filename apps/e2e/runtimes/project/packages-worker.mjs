// Bundled for workerd, as programs for it are.
import * as aiSDK from '@hermes4/ai-sdk';
import * as browser from '@hermes4/browser';
import * as core from '@hermes4/core';
import * as server from '@hermes4/server';
import * as ai from 'ai';
import { useEverywhere } from './use.mjs';

export default {
  async test() {
    console.log(JSON.stringify(await useEverywhere({ core, browser, server, aiSDK, ai })));
  },
};
