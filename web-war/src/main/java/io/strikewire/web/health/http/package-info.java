/** Health as operators read it, from the same checks that probes ask. */
@NullMarked
package io.strikewire.web.health.http;

import org.jspecify.annotations.NullMarked;
