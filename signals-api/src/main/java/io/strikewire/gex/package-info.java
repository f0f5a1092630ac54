/** Dealer gamma exposure as the decision and the reader see it. */
@NullMarked
package io.strikewire.gex;

import org.jspecify.annotations.NullMarked;
