const hello = [{ role: 'user', content: 'Say hi' }];

/** Asks once with each package that runs everywhere, given as it was imported or required, and tells the answers. */
export async function useEverywhere({ core, browser, server, aiSDK, ai }) {
  const { fetch } = server.createLocalServer();
  const local = { fetch, baseURL: 'http://local.test/v1' };
  const { chat } = core.createHermes(local);
  const { choices } = await chat.completions.create({ messages: hello });
  const page = browser.createChat({ hermes: browser.createHermes(local) });
  await page.send(hello[0].content);
  const model = aiSDK.createHermesProvider(local)('nousresearch/hermes-4-405b');
  const { text } = await ai.generateText({ model, messages: hello });
  return {
    core: choices[0].message.content,
    browser: browser.textOf(page.getSnapshot().messages.at(-1)),
    aiSDK: text,
  };
}

/** Asks once over a socket, with the packages that need a system around them. */
export async function useNode({ node, server, serverNode }) {
  const listening = await serverNode.listen(server.createLocalServer(), { port: 0 });
  const { chat } = node.createHermes({ baseURL: listening.baseURL });
  const { choices } = await chat.completions.create({ messages: hello });
  await listening.close();
  return { node: choices[0].message.content };
}
