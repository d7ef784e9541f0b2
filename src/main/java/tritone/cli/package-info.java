/**
 * The command line. One small class per command parses, calls a package above and prints; all printing, all exit codes
 * and all sentences about errors are here, and no figure about reviews is computed here.
 */
package tritone.cli;
