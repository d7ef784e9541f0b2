/**
 * What every stage needs of files: writing one so that it is whole or not there, and telling by a hash whether two are the
 * same. What is in a file is none of this package's business.
 */
package tritone.files;
