/** Metrics as JSON, and the choice between that and the exposition format. */
@NullMarked
package io.strikewire.web.metrics.http;

import org.jspecify.annotations.NullMarked;
