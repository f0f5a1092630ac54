/** The service's clock. */
@NullMarked
package io.strikewire.clock.cdi;

import org.jspecify.annotations.NullMarked;
