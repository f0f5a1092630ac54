/** The decision: confidence, size, limits, and the reason for each. */
@NullMarked
package io.strikewire.decide;

import org.jspecify.annotations.NullMarked;
