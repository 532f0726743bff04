/**
 * Starts the worker of the search. A page may start workers of its own origin alone; where the
 * elements come from another one, a script of the page's own origin (a blob) imports it.
 */

interface ScriptPolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

const asIs: ScriptPolicy = { createScriptURL: (url) => url };
let policy: ScriptPolicy | undefined;

/** `undefined`: this page can have none. */
export async function startWorker(): Promise<Worker | undefined> {
  const address = new URL('./search-worker.ts', import.meta.url).href;
  const isOwn = new URL(address).origin === location.origin;
  const url = isOwn ? address : blobThatImports(address);
  try {
    return await whenReady(new Worker(trusted(url), { type: 'module' }));
  } catch {
    return undefined;
  } finally {
    if (!isOwn) URL.revokeObjectURL(url);
  }
}

function blobThatImports(address: string): string {
  const script = `import ${JSON.stringify(address)};`;
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}

/** Where the page wants Trusted Types, its policy has to allow the name `pvp`. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('pvp', asIs) ?? asIs;
  return policy.createScriptURL(url);
}

function whenReady(worker: Worker): Promise<Worker> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', () => resolve(worker), { once: true });
    worker.addEventListener('error', () => {
      worker.terminate();
      reject(new Error('The worker could not be loaded'));
    });
  });
}
