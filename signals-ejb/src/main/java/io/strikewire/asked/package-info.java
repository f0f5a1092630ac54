/** Questions to the decision core as lines of text. */
@NullMarked
package io.strikewire.asked;

import org.jspecify.annotations.NullMarked;
