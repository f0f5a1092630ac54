/** Traces by OpenTelemetry, as MicroProfile Telemetry brings it. */
@NullMarked
package io.strikewire.telemetry.otel;

import org.jspecify.annotations.NullMarked;
