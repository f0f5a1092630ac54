/** Where option chains come from when nobody sends them. */
@NullMarked
package io.strikewire.gex.feed;

import org.jspecify.annotations.NullMarked;
