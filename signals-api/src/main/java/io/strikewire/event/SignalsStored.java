package io.strikewire.event;

import io.strikewire.signal.SignalId;

/**
 * New signals were committed together. For whoever shows them: their route begins with {@link
 * SignalEvent.Arrived}.
 *
 * @param first the first of them
 */
public record SignalsStored(SignalId first) {}
