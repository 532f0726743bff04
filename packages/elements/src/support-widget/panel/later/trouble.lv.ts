import type { TroubleMessages } from './trouble-messages.ts';

export const troubleLv: TroubleMessages = {
  failed: 'Palīdzības ziņas pašlaik neizdodas ielādēt.',
  callInstead: 'Zvaniet:',
  retry: 'Mēģināt vēlreiz',
  toRegister: 'Atvērt Valsts vienoto reģistru',
  requestFailed: 'Veidlapu pašlaik neizdodas ielādēt. Mēģiniet vēlreiz vai sazinieties citādi.',
};
