/**
 * Several classifiers trained under the same conditions, seed by seed, and what may be concluded from it. A plan of contenders
 * and seeds goes in; every run is kept in a folder, so that none is done twice; one comparison comes
 * out. What it looks like on a page is for {@code report}.
 */
package tritone.comparison;
