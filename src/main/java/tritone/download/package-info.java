/**
 * Data sets that others publish: an address and what must lie there come in, a folder that {@code corpus} reads goes out.
 * An archive is fetched over as many attempts as it takes, believed only if all its sums are right, and read in a stream;
 * nothing in it chooses where anything is written. What reviews are used for is none of this package's business.
 */
package tritone.download;
