package tritone.training;

/**
 * How a network's training is run. Nothing of it changes a weight.
 *
 * @param clock when to keep what was learnt, and where
 * @param pointsPerEpoch of the learning curve; 0 for none
 */
record RunOptions(int threads, CheckpointClock clock, int pointsPerEpoch, TrainingWatcher watcher) {}
