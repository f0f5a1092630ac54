/** Latency histograms of constant size. */
@NullMarked
package io.strikewire.telemetry;

import org.jspecify.annotations.NullMarked;
