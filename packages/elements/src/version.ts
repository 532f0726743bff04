/** Version of the elements; two of them on one page are told apart by it. */
export const VERSION = '0.1.0';
