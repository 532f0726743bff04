/** Text as institutions write it → the closed rich-text tree of the contract. */
export { MAX_TEXT_LENGTH, UnreadableText, cleanLine, cleanLines } from './clean-text.ts';
export { richTextFromHtml } from './from-html.ts';
export { richTextFromMarkdown } from './from-markdown.ts';
export { plainParagraphs } from './from-plain-text.ts';
export { plainText } from './plain-text.ts';
