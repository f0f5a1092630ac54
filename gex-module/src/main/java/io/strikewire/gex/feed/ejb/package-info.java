/** Fetches chains by the clock. */
@NullMarked
package io.strikewire.gex.feed.ejb;

import org.jspecify.annotations.NullMarked;
