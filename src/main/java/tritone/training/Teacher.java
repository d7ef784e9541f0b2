package tritone.training;

import tritone.model.OpenModel;

/**
 * A model whose answers another one learns.
 *
 * @param name what the user calls it
 * @param sum what tells it from others
 */
public record Teacher(String name, OpenModel model, String sum) {}
