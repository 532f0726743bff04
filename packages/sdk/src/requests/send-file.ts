/** Sends a file and tells how far it is: `fetch` cannot tell that yet, `XMLHttpRequest` can. */

export interface SendFileOptions {
  signal: AbortSignal;
  onProgress: ((share: number) => void) | undefined;
  /** In place of the platform's. */
  fetch: typeof fetch | undefined;
}

/** @throws as `fetch` does: `TypeError` without an answer, the signal's reason after an abort. */
export async function sendFile(
  url: string,
  content: Blob,
  { signal, onProgress, fetch: send }: SendFileOptions,
): Promise<Response> {
  if (onProgress && !send && typeof XMLHttpRequest === 'function') {
    return sendTelling(url, content, { signal, onProgress });
  }
  return (send ?? fetch)(url, {
    method: 'POST',
    body: content,
    headers: { 'Content-Type': typeOf(content) },
    credentials: 'omit',
    signal,
  });
}

function sendTelling(
  url: string,
  content: Blob,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener('abort', abort);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => {
      const headers = new Headers();
      for (const name of ['content-type', 'retry-after']) {
        const value = request.getResponseHeader(name);
        if (value !== null) headers.set(name, value);
      }
      resolve(new Response(request.responseText || null, { status: request.status, headers }));
    };
    request.onerror = () => reject(new TypeError(`No answer of ${url.replace(/\?.*/s, '')}`));
    request.onabort = () => reject(signal.reason as Error);
    request.onloadend = () => signal.removeEventListener('abort', abort);
    request.open('POST', url);
    request.setRequestHeader('Content-Type', typeOf(content));
    request.send(content);
  });
}

/** Counts for plain text alone; the register looks into the rest itself. */
function typeOf(content: Blob): string {
  return content.type || 'application/octet-stream';
}
