/**
 * Reviews, where they are read from and how they are written. Paths go in (files, folders, archives, standard input);
 * {@link tritone.corpus.Review}s come out one at a time, in an order that is the same on every platform, or a sentence that
 * names the file and line at fault; {@link tritone.corpus.ReviewWriter} puts them into any of the formats that are read.
 * Nothing here knows what a token is.
 */
package tritone.corpus;
