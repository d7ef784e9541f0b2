/**
 * The command line. One small class per command parses, calls a package above and prints; all printing, all exit codes
 * and all sentences about errors are here, and nothing is computed here.
 */
package tritone.cli;
