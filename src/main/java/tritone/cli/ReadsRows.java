package tritone.cli;

import tritone.corpus.PassedOver;

/** A command, or a mixin of one, whose readings may pass over bad rows. */
interface ReadsRows {
    /** The rows that were passed over so far. */
    PassedOver passedOver();
}
