/** Words that hold sentences together, and words for how much of a thing there is. */

export const DETERMINER = /^(?:the|an?|our|its|this|both|my|their|all)$/i;
export const PREPOSITION = /^(?:of|for|in|on|to|from|by|about|around|during|between)$/i;
export const AMOUNT =
  /^(?:use|usage|amount|number|consumption|count|volume|level|rate|total|peak|overall|median|mean|average|model|inference|also|even)$/i;
const LINKING =
  /^(?:and|or|but|than|in|on|at|with|by|for|from|to|as|of|overall|now|too|here|again|still|already|everywhere|when|while|if|is|are|was|were|will|per|across|after|before|without|compared|thanks|due|though|yet|so|because|these|this|that|then|it)$/i;

export const isFunctionWord = (word: string): boolean => LINKING.test(word) || DETERMINER.test(word);
