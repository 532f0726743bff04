export { ConfigurationError } from './configuration-error.ts';
export { GoneError } from './gone-error.ts';
export { InvalidAnswerError } from './invalid-answer-error.ts';
export { NetworkError } from './network-error.ts';
export { NotFoundError } from './not-found-error.ts';
export { ProblemError } from './problem-error.ts';
export { RegisterError, type RegisterErrorCode } from './register-error.ts';
export { TimeoutError } from './timeout-error.ts';
