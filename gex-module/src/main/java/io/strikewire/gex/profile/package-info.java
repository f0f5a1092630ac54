/** Gamma exposure of a chain: totals, walls, zero gamma, the side that hedging favours. */
@NullMarked
package io.strikewire.gex.profile;

import org.jspecify.annotations.NullMarked;
