/**
 * Reviews and where they are read from. A path goes in (a file, a folder, standard input); {@link tritone.corpus.Review}s
 * come out one at a time, in an order that is the same on every platform, or a sentence that names the file and line at
 * fault. Nothing here knows what a token is.
 */
package tritone.corpus;
