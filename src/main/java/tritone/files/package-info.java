/**
 * Files that are whole or not there. Whatever writes a file that someone may read later writes it through here; what is in
 * the file is none of this package's business.
 */
package tritone.files;
