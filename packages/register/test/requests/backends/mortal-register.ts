/** A register in a process of its own, on files that outlive it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';
import { writeRecords } from '@pvp/testing';
import { openStore } from '../../../src/store/open-store.ts';
import { SAMPLE_RECORDS } from '../../http/sample-records.ts';
import { temporaryFolder } from '../../store/test-place.ts';

const PROCESS = fileURLToPath(new URL('register-process.ts', import.meta.url));

export class MortalRegister {
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;

  private constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  static async prepare(t: TestContext, settings: object): Promise<MortalRegister> {
    const folder = temporaryFolder(t);
    const store = await openStore({ file: join(folder, 'register.sqlite') });
    await writeRecords(store, SAMPLE_RECORDS);
    await store.close();
    const register = new MortalRegister({
      ...process.env,
      PVP_DATA_DIR: folder,
      PVP_HOST: '127.0.0.1',
      PVP_HELP_DESK_TOKEN: 'help-desk-token-of-a-test',
      PORT: '0',
      PVP_LOG_LEVEL: 'silent',
      PVP_REQUESTS: JSON.stringify(settings),
    });
    t.after(() => register.kill());
    return register;
  }

  /** Its origin, once it answers. */
  start(): Promise<string> {
    const flags = ['--conditions=pvp-source', '--import', import.meta.resolve('tsx')];
    const child = spawn(process.execPath, [...flags, PROCESS], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    return new Promise((resolve, reject) => {
      child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
      child.once('exit', (code) => reject(new Error(`The register ended with ${code}.`)));
    });
  }

  /** At once, as a power cut would. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }
}
