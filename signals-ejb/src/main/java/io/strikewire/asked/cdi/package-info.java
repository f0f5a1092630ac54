/** Questions to the running service. */
@NullMarked
package io.strikewire.asked.cdi;

import org.jspecify.annotations.NullMarked;
