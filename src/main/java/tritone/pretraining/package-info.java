/**
 * Learning of words before any label is seen: reviews of one or more corpora go in, vectors of their words or a language
 * model come out. What a classifier will be validated on is left out here too. How a corpus is read, cut and encoded is
 * known by the stages before; what is printed, by the command line.
 */
package tritone.pretraining;
