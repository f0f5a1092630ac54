/** Daily bars, and what they say about the market. */
@NullMarked
package io.strikewire.context.history;

import org.jspecify.annotations.NullMarked;
