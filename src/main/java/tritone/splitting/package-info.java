/**
 * A corpus cut into parts: a plan of shares and the reviews come in, for each review its part goes out, and then the parts
 * as files. Labels keep their proportions; groups, and texts that are the same, are not split apart. Only the seed and the
 * reviews decide. What the parts are used for is none of this package's business.
 */
package tritone.splitting;
