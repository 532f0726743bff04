/** What a JSON rewrite knows beside the body. */
export interface RewriteContext {
  /** Path of the request, without its query. */
  path: string;
  query: URLSearchParams;
  /** Of the target's answer. */
  status: number;
  /** Seeded, of this request alone. */
  random: () => number;
}
