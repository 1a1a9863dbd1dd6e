// Starts the app.
{
  const { js, wasm, integrity } = document.currentScript.dataset;
  const start = async () => {
    const [app, response] = await Promise.all([import('./' + js), fetch('./' + wasm, { integrity })]);
    await app.default({ module_or_path: response });
  };
  start().catch((error) => {
    document.documentElement.dataset.state = 'failed';
    console.error('vitae: the page stays as it was built:', error?.message ?? error);
  });
}
