// The single file's page lets no string become code. The only address that may be started is that of
// its own worker, whose script stands inside the page.
(() => {
  if (!self.trustedTypes) return;
  trustedTypes.createPolicy('default', {
    createScriptURL: (address) => (address.startsWith('blob:') ? address : null),
  });
})();
