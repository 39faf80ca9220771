/** Which TCP ports of the loopback address can be listened on. */
package org.spineregistry.nodes.port;
