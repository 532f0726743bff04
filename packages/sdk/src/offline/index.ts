/** Copies of a register on the device, for when it cannot be reached. */
export { keepOffline, offlineScope, type KeepOfflineOptions } from './keep-offline.ts';
