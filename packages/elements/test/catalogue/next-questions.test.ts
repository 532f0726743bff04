/** Which questions are answered before somebody types them. */
import { expect } from 'chai';
import { nextQuestions } from '../../src/service-catalogue/search/next-questions.ts';

const found = (...titles: string[]) => titles.map((title) => ({ title }));

describe('what may be typed next', () => {
  it('is one letter more, as words of the titles go on', () => {
    expect(nextQuestions('pa', found('Pabalsts', 'Izziņa par parādu', 'Atļauja'))).to.deep.equal([
      'pab',
      'par',
    ]);
  });

  it('goes on in the last word', () => {
    expect(nextQuestions('Bērna pab', found('Bērna kopšanas pabalsts'))).to.deep.equal([
      'Bērna paba',
    ]);
  });

  it('has marks or none, as people type', () => {
    expect(nextQuestions('be', found('Bērnudārzs', 'Bezdarbnieka statuss'))).to.deep.equal([
      'ber',
      'bez',
    ]);
    expect(nextQuestions('b', found('Bērnudārzs'))).to.deep.equal(['be', 'bē']);
  });

  it('is nothing where no word is begun, or none goes on', () => {
    expect(nextQuestions('', found('Pabalsts'))).to.deep.equal([]);
    expect(nextQuestions('pabalsts ', found('Pabalsts bērnam'))).to.deep.equal([]);
    expect(nextQuestions('pabalsts', found('Pabalsts'))).to.deep.equal([]);
  });

  it('is of a number that can be answered meanwhile', () => {
    const titles = found(...'abcdefghijklmnoprstuvz'.split('').map((letter) => `p${letter}`));
    expect(nextQuestions('p', titles)).to.have.lengthOf(12);
    // One word more may go on in two ways.
    const marked = [...titles.slice(0, 11), ...found('pūce')];
    expect(nextQuestions('p', marked)).to.have.lengthOf(12);
  });
});
