package tritone.model;

/** What the validation reviews said of a model's probabilities before its temperature, at one of 1. */
public record Uncalibrated(double logLoss, double calibrationError) {}
