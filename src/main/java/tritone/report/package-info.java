/**
 * Findings as documents for people: prose, tables, charts and reviews with the words that moved an answer. A
 * {@link tritone.report.Document} says what there is to see; a page of HTML that needs nothing else and a file of Markdown are
 * two ways to show the same one. Nothing here computes a figure.
 */
package tritone.report;
