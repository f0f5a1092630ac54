/** The figures of the service as gauges, from which every form of metrics is read. */
@NullMarked
package io.strikewire.web.metrics;

import org.jspecify.annotations.NullMarked;
