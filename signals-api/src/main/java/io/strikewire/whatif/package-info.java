/**
 * Questions to the decision core without a server or a database, and the ports that answer them.
 */
@NullMarked
package io.strikewire.whatif;

import org.jspecify.annotations.NullMarked;
