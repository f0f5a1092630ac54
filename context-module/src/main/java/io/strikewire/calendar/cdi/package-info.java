/** Offers the exchange calendar for injection. */
@NullMarked
package io.strikewire.calendar.cdi;

import org.jspecify.annotations.NullMarked;
