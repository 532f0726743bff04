/**
 * A rollup plugin that bundles @lit/task without what no element reaches. Why:
 * docs/decisions/0003-the-bundled-ky.md. Only files for pages are built with it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `ServiceQuery` (packages/elements/src/controllers) is the only one with a Task: run by hand, with
 * callbacks, on a host that paints nothing. What follows was read for this version; another one
 * fails the build until somebody has read it again.
 */
const VERSION = '1.0.3';

/** Methods that nobody calls: their beginnings, up to the first brace. Each must be found. */
const methods = [
  /get taskComplete\(\)\{/,
  /hostUpdate\(\)\{/,
  /hostUpdated\(\)\{/,
  /(?<=\})T\(\)\{/,
  /async S\(\)\{/,
  /get (?:value|error|status)\(\)\{/,
  /render\(t\)\{/,
];

/** What stands in place of what. Each must be found. */
const expressions = [
  // A Task of settings, without arguments of its own, a first value or runs by itself.
  [',(this._=t).addController(this);', ';'],
  ['const h="object"==typeof s?s:{task:s,args:i};', 'const h=s;'],
  ['this.j=h.args,this.m=h.argsEqual??r,', ''],
  [
    ',this.autoRun=h.autoRun??!0,"initialValue"in h&&(this.u=h.initialValue,this.i=2,this.O=this.T?.())',
    '',
  ],
  ['t??=this.T(),this.O=t,', ''],
  [
    ',"afterUpdate"===this.autoRun?queueMicrotask((()=>this._.requestUpdate())):this._.requestUpdate();',
    ';',
  ],
  // Nobody waits for the whole of it, draws from it, or ends a run as if it had never begun.
  [':(this.t=void 0,this.o=void 0,this.h=void 0)', ':0'],
  ['if(s===i)this.i=0;else{', '{'],
  ['this.o?.(s)', '0'],
  ['this.h?.(h)', '0'],
  ['this.u=s,this.l=h}this._.requestUpdate()}}', '}}}'],
];

/** The class without all of these. @throws {Error} where one is not found. */
function reduced(code) {
  let rest = code;
  for (const [expression, instead] of expressions) {
    if (!rest.includes(expression)) throw new Error(`@lit/task has no ${expression}`);
    rest = rest.replace(expression, instead);
  }
  for (const head of methods) {
    let found = head.exec(rest);
    if (!found) throw new Error(`@lit/task has no ${head}`);
    for (; found; found = head.exec(rest)) {
      let end = found.index + found[0].length;
      for (let depth = 1; depth > 0; end++) depth += { '{': 1, '}': -1 }[rest[end]] ?? 0;
      rest = rest.slice(0, found.index) + rest.slice(end);
    }
  }
  return rest;
}

export function withoutUnreachedTask() {
  return {
    name: 'pvp-without-unreached-task',
    transform(code, id) {
      const [, folder] = /^(.+[\\/]@lit[\\/]task)[\\/]task\.js$/.exec(id) ?? [];
      if (!folder) return null;
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (version !== VERSION) {
        this.error(`@lit/task ${version}: what stands here about it was read for ${VERSION}`);
      }
      return { code: reduced(code), map: null };
    },
  };
}
