/** Asks the provider by the clock. */
@NullMarked
package io.strikewire.context.feed.ejb;

import org.jspecify.annotations.NullMarked;
