/** Requests, feedback and counts, as a page or an app sends them. */
export { findProof, type ProofOptions } from './proof-of-work.ts';
export {
  RequestClient,
  type RequestClientOptions,
  type RequestSubject,
  type UploadOptions,
} from './request-client.ts';
export {
  placeOf,
  randomKey,
  type KeptFile,
  type KeptRequest,
  type RequestBody,
  type RequestDraft,
  type Refusal,
  type RequestPlace,
} from './kept-request.ts';
export { isAnythingWaiting, markWaiting } from './kept-mark.ts';
export { RequestBox, type RequestBoxOptions, type TabChannel } from './request-box.ts';
export { MemoryShelf, openShelf, type RequestShelf, type ShelfChange } from './request-shelf.ts';
export { sendRequest, type SendOutcome, type SendTools } from './send-request.ts';
