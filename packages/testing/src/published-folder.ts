/** What a register publishes as plain files, on a file server of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishSnapshot, readConfig, type PublishOptions } from '@pvp/register';
import { openFileServer, type FileServer, type FileServerOptions } from './file-server.ts';

export interface PublishedFolder extends FileServer {
  /** Path of the folder on this machine. */
  folder: string;
  /** Publishes what the register has now. */
  publish(options?: Partial<PublishOptions>): Promise<void>;
}

export interface PublishedFolderOptions extends Omit<FileServerOptions, 'folder'> {
  /** Default `all`. */
  scope?: string;
}

/** Publishes once. The caller closes it, which removes the files. */
export async function openPublishedFolder(
  register: string,
  { scope = 'all', ...server }: PublishedFolderOptions = {},
): Promise<PublishedFolder> {
  const root = await mkdtemp(join(tmpdir(), 'pvp-published-'));
  const folder = join(root, 'out');
  const config = readConfig({ PVP_DATA_DIR: join(root, 'data'), PVP_LOG_LEVEL: 'silent' });
  const publish = async (options: Partial<PublishOptions> = {}) => {
    await publishSnapshot(config, { out: folder, from: register, scope, ...options });
  };
  await publish();
  const files = await openFileServer({ folder, ...server });
  return {
    ...files,
    folder,
    publish,
    close: async () => {
      await files.close();
      await rm(root, { recursive: true });
    },
  };
}
