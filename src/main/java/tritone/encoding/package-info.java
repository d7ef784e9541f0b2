/**
 * Reviews as ids. A part of a corpus and a vocabulary go in; an {@link tritone.encoding.EncodedCorpus} on disk comes out,
 * mapped into memory and kept in a cache, and {@link tritone.encoding.Batches} of it in an order that only a seed decides.
 * Nothing here knows what a network does with a batch.
 */
package tritone.encoding;
