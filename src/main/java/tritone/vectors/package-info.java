/**
 * Words as vectors. A {@link tritone.vectors.WordVectors} has one for each id of a vocabulary that is known; it is kept in a
 * folder of {@code vocab/} beside the vocabulary. Nothing here knows how vectors are learnt or what is built on them.
 */
package tritone.vectors;
